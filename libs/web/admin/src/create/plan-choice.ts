import { Component, computed, inject, input, signal } from '@angular/core';
import { FieldTree, FormField } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { foldedWords, LIMITS } from '@modex/domain';
import { Api, listPlans, PlanPageResponse, PlanResponse, reading } from '@modex/web-api-client';
import { Control, counted, Field, Notice, Skeleton } from '@modex/web-ui';
import { choiceOf } from './show-draft';

/** From so many plans on there is a field to search them. */
const MANY = 8;

/** A version of a plan as it is offered. */
interface Offer {
  readonly value: string;
  readonly words: string;
}

/** Chooses one of the published plans: its latest version, or an older one. */
@Component({
  selector: 'mx-plan-choice',
  imports: [Control, Field, FormField, MatButtonModule, Notice, Skeleton],
  template: `
    @if (plans.problem(); as failed) {
      <mx-notice tone="warning" [headline]="failed.headline">
        {{ failed.nextStep }}
        <button i18n noticeAction matButton type="button" (click)="plans.reload()">Try again</button>
      </mx-notice>
    } @else if (plans.value(); as all) {
      @if (all.length === 0) {
        <p i18n>No plan is published yet. Draw one among the plans, or give a size.</p>
      } @else {
        @if (all.length >= many) {
          <mx-field label="Find a plan" i18n-label optional [state]="searching">
            <input mxControl #search type="search" autocomplete="off" (input)="sought.set(search.value)" />
          </mx-field>
        }
        <mx-field label="Plan" i18n-label [hint]="hits()" [state]="field()()">
          <select mxControl [formField]="field()">
            <option i18n value="">Choose a plan</option>
            @for (offer of latest(); track offer.value) {
              <option [value]="offer.value">{{ offer.words }}</option>
            }
            @if (older().length > 0) {
              <optgroup label="Older versions" i18n-label>
                @for (offer of older(); track offer.value) {
                  <option [value]="offer.value">{{ offer.words }}</option>
                }
              </optgroup>
            }
          </select>
        </mx-field>
      }
    } @else {
      <mx-skeleton height="5rem" />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--mx-gap-4);
    }
  `,
})
export class PlanChoice {
  private readonly api = inject(Api);

  /** The field of the form that has the plan, as `choiceOf` writes it. */
  readonly field = input.required<FieldTree<string>>();

  protected readonly many = MANY;
  protected readonly searching = { touched: () => false, errors: () => [] };
  protected readonly sought = signal('');
  protected readonly plans = reading({ params: () => ({}), read: () => this.publishedPlans() });
  private readonly found = computed(() => {
    const words = foldedWords(this.sought());
    return (this.plans.value() ?? []).filter((plan) => this.isChosen(plan) || fits(plan, words));
  });
  protected readonly latest = computed(() => this.found().map((plan) => offerOf(plan, plan.latestVersion)));
  protected readonly older = computed(() =>
    this.found().flatMap((plan) =>
      plan.versions.filter(({ version }) => version < plan.latestVersion).map(({ version }) => offerOf(plan, version)),
    ),
  );
  protected readonly hits = computed(() => {
    const count = this.latest().length;
    if (this.sought().trim() === '') return '';
    return counted(count, $localize`{n, plural, =1 {1 plan is offered.} other {${count}:count: plans are offered.}}`);
  });

  private isChosen({ planId }: PlanResponse): boolean {
    return this.field()().value().startsWith(`${planId}/`);
  }

  private async publishedPlans(): Promise<readonly PlanResponse[]> {
    const plans: PlanResponse[] = [];
    for (let cursor: string | null | undefined = undefined; cursor !== null;) {
      const page: PlanPageResponse = await this.api.invoke(listPlans, {
        limit: LIMITS.page,
        ...(cursor ? { cursor } : {}),
      });
      plans.push(...page.items.filter(({ latestVersion }) => latestVersion > 0));
      cursor = page.nextCursor;
    }
    return plans;
  }
}

function fits({ name, venue }: PlanResponse, sought: readonly string[]): boolean {
  const words = foldedWords(`${name} ${venue ?? ''}`);
  return sought.every((part) => words.some((word) => word.startsWith(part)));
}

/** "Great hall · Theatre · 252 places · version 2". */
function offerOf({ planId, name, venue, versions }: PlanResponse, version: number): Offer {
  const places = versions.find((one) => one.version === version)?.places ?? 0;
  const size = counted(places, $localize`{n, plural, =1 {1 place} other {${places}:places: places}}`);
  const words = [name, venue ?? '', size, $localize`version ${version}:version:`].filter((part) => part !== '');
  return { value: choiceOf({ planId, planVersion: version }), words: words.join(' · ') };
}
