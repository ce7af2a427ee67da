import type { Doc } from '../values';
import type { EvalContext } from './expressions';

/** What a pipeline needs from around it. */
export type PipelineContext = EvalContext & {
  /** The documents of another collection; with a filter those that match it, by an index where there is one. */
  readonly read: (collection: string, filter?: Doc) => Iterable<Doc>;
};

/** What the input of a pipeline has been through already. */
export type InputState = { readonly matched?: boolean; readonly sorted?: boolean };

/** A pipeline ready for use. */
export type CompiledPipeline = {
  /** The filter of the leading `$match` stages, by which documents may be found. */
  readonly leadingMatch: Doc | undefined;
  /** The order of the `$sort` that comes first, or right after the leading matches. */
  readonly leadingSort: Doc | undefined;
  /**
   * Runs the stages, each document only when it is asked for. `state` tells that the input has already been filtered
   * by `leadingMatch`, or filtered and sorted by `leadingSort`; those stages are then left out. Where the input has a
   * `PAUSE`, the output has one too.
   */
  readonly run: (input: Iterable<Doc>, state?: InputState) => Iterable<Doc>;
};

/** Compiles a pipeline; handed to the stages that hold pipelines themselves. */
export type CompilePipeline = (stages: readonly unknown[], context: PipelineContext) => CompiledPipeline;
