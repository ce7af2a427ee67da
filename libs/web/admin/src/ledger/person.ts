import { Component, input } from '@angular/core';
import { CustomerResponse } from '@modex/web-api-client';

/** Who somebody is: the name, and the e-mail where there is one. */
@Component({
  selector: 'mx-person',
  template: `<strong
      ><bdi>{{ person().name }}</bdi></strong
    >
    @if (person().email; as email) {
      <span>, </span
      ><a [href]="'mailto:' + email"
        ><bdi>{{ email }}</bdi></a
      >
    }`,
})
export class Person {
  readonly person = input.required<CustomerResponse>();
}
