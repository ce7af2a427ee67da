export { compileExpression, type EvalContext, isTrue } from './expressions';
export { type CompiledPipeline, compilePipeline, type InputState, type PipelineContext } from './pipeline';
export { PAUSE } from './pause';
