export { compileAddFields } from './add-fields';
export { compileProjection, compileProjectStage, type Projection } from './projection';
export { type CompiledSort, compileSort, compileSortKey, sortDocs, type SortKey } from './sort';
export { keyRows } from './sort-key';
