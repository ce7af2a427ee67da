import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { LIMITS, PlanDrawing } from '@modex/domain';
import {
  Api,
  changeDraft,
  DraftResponse,
  getDraft,
  Problem,
  readProblem,
  saveDraft,
  SavedDraftResponse,
} from '@modex/web-api-client';
import { Writes } from '@modex/web-ui';
import { Change } from '../model/history';
import { isSameDrawing } from './same-drawing';

export type SavingState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

/** So long after a change the draft is saved, in milliseconds: a run of changes is one request. */
const PAUSE_MS = 700;
/** So long after a failure it is tried again, and each time twice as long up to the last. */
const [RETRY_MS, LONGEST_RETRY_MS] = [2_000, 30_000];

/** Saves a draft by itself, change after change. Whoever comes second is told, and nothing of either is lost. */
@Injectable()
export class DraftSaving {
  private readonly api = inject(Api);
  private readonly writes = inject(Writes);

  readonly state = signal<SavingState>('saved');
  /** Why it is not saved. */
  readonly problem = signal<Problem | undefined>(undefined);
  /** The draft as somebody else saved it meanwhile. */
  readonly theirs = signal<DraftResponse | undefined>(undefined);

  private planId = '';
  private revision = 0;
  private drawing: () => PlanDrawing | undefined = () => undefined;
  private pending: readonly Change[] = [];
  private isWhole = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underWay: Promise<void> | undefined;
  private failures = 0;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** @param drawing what is to be saved, as it is now */
  begin(planId: string, revision: number, drawing: () => PlanDrawing | undefined): void {
    Object.assign(this, { planId, revision, drawing, pending: [], isWhole: false, failures: 0 });
    clearTimeout(this.timer);
    this.theirs.set(undefined);
    this.state.set('saved');
  }

  /** Which plan it is, and how often it was saved. */
  plan(): { readonly planId: string; readonly revision: number } {
    return { planId: this.planId, revision: this.revision };
  }

  add(changes: readonly Change[]): void {
    this.pending = [...this.pending, ...changes];
    if (this.state() === 'conflict') return;
    this.state.set('waiting');
    this.later(PAUSE_MS);
  }

  /** Saves at once; true when everything is saved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    await this.underWay;
    if (this.hasChanges() && this.state() !== 'conflict') await this.send();
    return !this.hasChanges();
  }

  hasChanges(): boolean {
    return this.pending.length > 0 || this.isWhole;
  }

  /** What is not saved is not to be saved any more. */
  forget(): void {
    clearTimeout(this.timer);
    Object.assign(this, { pending: [], isWhole: false });
    this.theirs.set(undefined);
  }

  /** Saves this drawing over the one of somebody else. */
  async overwrite(): Promise<void> {
    this.revision = this.theirs()?.revision ?? this.revision;
    this.isWhole = true;
    this.theirs.set(undefined);
    this.state.set('waiting');
    await this.flush();
  }

  private later(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), pause);
  }

  private async send(): Promise<void> {
    if (this.underWay) return this.underWay;
    this.underWay = this.deliver();
    await this.underWay;
    this.underWay = undefined;
    if (this.hasChanges() && this.state() === 'waiting') this.later(PAUSE_MS);
  }

  private async deliver(): Promise<void> {
    const drawing = this.drawing();
    if (drawing === undefined || !this.hasChanges()) return;
    const [sent, isWhole] = [this.pending.length, this.isWhole];
    this.state.set('saving');
    try {
      const { revision } = await this.writes.beside(() => this.write(drawing));
      this.taken(revision, sent);
    } catch (error) {
      await this.failed(readProblem(error), drawing, sent, isWhole);
    }
  }

  private write(drawing: PlanDrawing): Promise<SavedDraftResponse> {
    const { planId, revision, pending } = this;
    if (this.isWhole || pending.length > LIMITS.planChanges) {
      return this.api.invoke(saveDraft, { planId, body: { revision, drawing } });
    }
    const changes = pending.map((change) => ({ ...change, value: change.value as object }));
    return this.api.invoke(changeDraft, { planId, body: { revision, changes } });
  }

  private taken(revision: number, sent: number): void {
    this.revision = revision;
    this.pending = this.pending.slice(sent);
    this.isWhole = false;
    this.failures = 0;
    this.problem.set(undefined);
    this.state.set(this.hasChanges() ? 'waiting' : 'saved');
  }

  private async failed(problem: Problem, drawing: PlanDrawing, sent: number, wasWhole: boolean): Promise<void> {
    this.problem.set(problem);
    if (problem.code === 'plan-changed' && (await this.isSettled(drawing, sent))) return;
    // A change that does not fit is sent as what it led to.
    if (problem.code === 'validation-failed' && !wasWhole) this.isWhole = true;
    this.state.set('failed');
    this.later(Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** this.failures++));
  }

  /** Somebody saved meanwhile: it may have been this page, if the answer was lost. */
  private async isSettled(drawing: PlanDrawing, sent: number): Promise<boolean> {
    try {
      const theirs = await this.api.invoke(getDraft, { planId: this.planId });
      if (isSameDrawing(theirs.drawing, drawing)) this.taken(theirs.revision, sent);
      else {
        this.theirs.set(theirs);
        this.state.set('conflict');
      }
      return true;
    } catch (error) {
      this.problem.set(readProblem(error));
      return false;
    }
  }
}
