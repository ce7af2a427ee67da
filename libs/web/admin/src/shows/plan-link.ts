import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AdminShowResponse } from '@modex/web-api-client';

/** The plan that a show is put on in, by its name and version; leads to it. Nothing where it is a plain plan. */
@Component({
  selector: 'mx-plan-link',
  imports: [RouterLink],
  template: `
    @if (show().planName; as name) {
      <ng-container i18n
        ><a [routerLink]="['/admin/plans', show().planId]"
          ><bdi>{{ name }}</bdi></a
        >, version {{ show().planVersion }}</ng-container
      >
    }
  `,
})
export class PlanLink {
  readonly show = input.required<Pick<AdminShowResponse, 'planId' | 'planName' | 'planVersion'>>();
}
