import { CUSTOMER_BUTTONS } from './customer-buttons';
import { OFFICE_BUTTONS } from './office-buttons';
import { WritingButton } from './stage';

/** Every button of the site that writes. */
export const WRITING_BUTTONS: readonly WritingButton[] = [...CUSTOMER_BUTTONS, ...OFFICE_BUTTONS];
