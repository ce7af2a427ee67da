import { CUSTOMER_BUTTONS } from './customer-buttons';
import { ADMIN_BUTTONS } from './admin-buttons';
import { PEOPLE_BUTTONS } from './people-buttons';
import { WritingButton } from './stage';

/** Every button of the site that writes. */
export const WRITING_BUTTONS: readonly WritingButton[] = [...CUSTOMER_BUTTONS, ...ADMIN_BUTTONS, ...PEOPLE_BUTTONS];
