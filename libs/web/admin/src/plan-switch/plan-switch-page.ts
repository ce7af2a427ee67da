import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { FieldTree, form, SchemaPathTree } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { isPlainPlan } from '@modex/domain';
import {
  AdminShowResponse,
  Api,
  getAdminShow,
  getPlan,
  getPlanLayout,
  previewPlanSwitch,
  Problem,
  reading,
  readProblem,
  SeatInTheWayResponse,
  switchPlan,
} from '@modex/web-api-client';
import {
  BackLink,
  Control,
  Field,
  focusFirstError,
  Heading,
  Notice,
  Page,
  PageStates,
  placeRefusals,
  RefusedField,
  Skeleton,
  WriteButton,
  WriteForm,
} from '@modex/web-ui';
import { AdminNews } from '../frame/admin-news';
import { priceRules, typedRefusal } from '../prices/price-rules';
import { draftOfPrices, emptyPrices, PricedCategory, PricesDraft, sentPrices } from '../prices/prices-draft';
import { PricesFields } from '../prices/prices-fields';
import { STATUS_WORDS } from '../show/status-words';

/** What is typed: prices alone, and only where the later version needs others. */
interface SwitchForm {
  readonly prices: PricesDraft;
}

/** A show with the versions that it can switch to. */
interface SwitchableShow {
  readonly show: AdminShowResponse;
  /** Latest first; empty where there is none. */
  readonly later: readonly number[];
}

/** Takes a show to a later version of its plan, having shown what becomes of its seats. */
@Component({
  imports: [
    BackLink,
    Control,
    Field,
    Heading,
    MatButtonModule,
    Notice,
    Page,
    PageStates,
    PricesFields,
    RouterLink,
    Skeleton,
    WriteButton,
    WriteForm,
  ],
  templateUrl: './plan-switch-page.html',
  styleUrls: ['../details/form-page.scss', './plan-switch-page.scss'],
})
export class PlanSwitchPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly news = inject(AdminNews);

  /** The show of the address. */
  readonly showId = input.required<string>();

  protected readonly reading = reading({
    params: () => this.showId(),
    read: (showId) => this.read(showId),
  });
  protected readonly known = this.reading.value;
  protected readonly version = linkedSignal(() => this.known()?.later[0]);
  protected readonly preview = reading({
    params: () => {
      const [show, planVersion] = [this.known()?.show, this.version()];
      return show && planVersion !== undefined ? { showId: show.id, planVersion } : undefined;
    },
    read: (wanted) => this.api.invoke(previewPlanSwitch, wanted),
  });
  /** Those of the later version, where the show needs prices for them. */
  private readonly layout = reading({
    params: () => {
      const [show, version] = [this.known()?.show, this.version()];
      const isNeeded = this.preview.value()?.needsPrices === true;
      return show && version !== undefined && isNeeded ? { planId: show.planId, version } : undefined;
    },
    read: (wanted) => this.api.invoke(getPlanLayout, wanted),
  });
  protected readonly categories = computed<readonly PricedCategory[]>(() => this.layout.value()?.categories ?? []);
  protected readonly problem = signal<Problem | undefined>(undefined);
  private readonly draft = signal<SwitchForm>({ prices: emptyPrices() });
  protected readonly form: FieldTree<SwitchForm> = form(this.draft, switchRules, {
    submission: { action: () => this.switch(), onInvalid: () => focusFirstError(this.form) },
  });

  constructor() {
    effect(() => {
      const categories = this.categories();
      const prices = untracked(this.known)?.show.prices ?? null;
      this.draft.set({ prices: categories.length === 0 ? emptyPrices() : draftOfPrices(prices, categories) });
    });
  }

  protected isPlain({ planId }: AdminShowResponse): boolean {
    return isPlainPlan(planId);
  }

  protected inWords({ becomes, status }: SeatInTheWayResponse): string {
    const what = becomes === null ? $localize`would vanish` : $localize`would become ${becomes}:seat:`;
    return `${what} · ${STATUS_WORDS[status]}`;
  }

  private async switch(): Promise<RefusedField[] | undefined> {
    const [show, planVersion, preview] = [this.known()?.show, this.version(), this.preview.value()];
    if (show === undefined || planVersion === undefined || preview === undefined) return undefined;
    this.problem.set(undefined);
    const prices = preview.needsPrices ? { prices: sentPrices(this.draft().prices) } : {};
    try {
      const body = { planVersion, version: show.version, ...prices };
      await this.api.invoke(switchPlan, { showId: show.id, body });
      this.news.leave($localize`The show is in version ${planVersion}:version: of its plan.`);
      await this.router.navigate(['/admin/shows', show.id], { replaceUrl: true });
      return undefined;
    } catch (error) {
      return this.refuse(readProblem(error));
    }
  }

  /** What stands in the way now is read again. */
  private async refuse(problem: Problem): Promise<RefusedField[]> {
    if (problem.code === 'seat-taken') {
      const headline = $localize`Somebody has seats that this version changes`;
      this.problem.set({ ...problem, headline, nextStep: $localize`The show stays as it is. Look at the list above.` });
      await this.preview.refresh();
      return [];
    }
    if (problem.code === 'show-changed') await this.reading.refresh();
    const refused = problem.fields.map((refusal) => typedRefusal(refusal, this.draft().prices));
    return placeRefusals(this.form, refused, () => this.problem.set(problem));
  }

  private async read(showId: string): Promise<SwitchableShow> {
    const show = await this.api.invoke(getAdminShow, { showId });
    if (isPlainPlan(show.planId)) return { show, later: [] };
    const { versions } = await this.api.invoke(getPlan, { planId: show.planId });
    const later = versions.map(({ version }) => version).filter((version) => version > show.planVersion);
    return { show, later: later.toReversed() };
  }
}

function switchRules(path: SchemaPathTree<SwitchForm>): void {
  priceRules(path.prices);
}
