import { SchemaPath, validate } from '@angular/forms/signals';
import { readEmail } from '@modex/domain';

/** The field must hold an e-mail that the API accepts; blanks around it and an empty field are no error. */
export function emailRule(path: SchemaPath<string>): void {
  validate(path, ({ value }) =>
    value() === '' || readEmail(value()) !== undefined
      ? null
      : { kind: 'email', message: $localize`This does not look like an e-mail address.` },
  );
}
