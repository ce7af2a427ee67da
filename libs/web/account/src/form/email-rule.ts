import { SchemaPath, validate } from '@angular/forms/signals';
import { readEmail } from '@modex/domain';

/** What was written must be an e-mail as the API reads it: blanks around it are no fault, nor is nothing at all. */
export function emailRule(path: SchemaPath<string>): void {
  validate(path, ({ value }) =>
    value() === '' || readEmail(value()) !== undefined
      ? null
      : { kind: 'email', message: $localize`This does not look like an e-mail address.` },
  );
}
