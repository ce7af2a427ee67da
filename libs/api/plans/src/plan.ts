import { PlanDrawing, PlanProblem } from '@modex/domain';

/** A plan without its drawings. */
export interface PlanRecord {
  readonly id: string;
  /** Name and venue of its draft. */
  readonly name: string;
  readonly venue: string | null;
  /** How many places its draft has. */
  readonly places: number;
  /** How often the draft was saved; it names the state that a save follows. */
  readonly revision: number;
  /** The user who saved it last. */
  readonly editedBy: string;
  /** Where the drawing of the draft is kept. */
  readonly draft: string;
  /** The lowest number that no place of any version or draft has had. */
  readonly nextNumber: number;
  /** The published ones, the first first. */
  readonly versions: readonly PlanVersion[];
  /** Whether it is put away: it is no longer offered for shows. */
  readonly archived: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A published version of a plan; it never changes. */
export interface PlanVersion {
  /** From 1. */
  readonly version: number;
  readonly places: number;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  /** Where its drawing and its layout are kept. */
  readonly drawing: string;
  readonly layout: string;
}

/** The draft of a plan with what is wrong with it. */
export interface PlanDraft {
  readonly plan: PlanRecord;
  readonly drawing: PlanDrawing;
  readonly problems: readonly PlanProblem[];
}

/** The number of the version that was published last; 0 before the first. */
export function latestVersion({ versions }: Pick<PlanRecord, 'versions'>): number {
  return versions.at(-1)?.version ?? 0;
}
