import { locationFault } from '../errors';
import { compileExpression, type EvalContext, isTrue } from '../aggregate/expressions';
import { type Doc, isDoc, isNumber } from '../values';
import { applyProjection } from './apply';
import { elemMatchShape, positionalShape, refuseMeta, sliceShape } from './operators';
import { addLeaf, type Branch, flatten, type Leaf, newBranch } from './tree';

/** The document that a projection makes of one; `matchedIndex` is what the positional `$` stands for. */
export type Projection = (doc: Doc, matchedIndex?: number) => Doc;

type Mode = 'include' | 'exclude';

const EMPTY_SPEC = 51272;
const EMPTY_OBJECT = 51270;
const INCLUSION_IN_EXCLUSION = 31253;
const EXCLUSION_IN_INCLUSION = 31254;
const EXPRESSION_IN_EXCLUSION = 31252;
const TWO_POSITIONS = 31276;
const POSITION_IN_EXCLUSION = 31395;
const POSITION_VALUE = 31271;

const FIND_OPERATORS = ['$slice', '$elemMatch', '$meta'];

/** Compiles the projection of a find; an empty one changes nothing. */
export function compileProjection(spec: Doc, context: EvalContext): Projection {
  if (Object.keys(spec).length === 0) return (doc) => doc;
  return new ProjectionCompiler(context, true).compile(spec);
}

/** Compiles a `$project` stage, which knows neither `$elemMatch` nor `$`, and whose `$slice` is an expression. */
export function compileProjectStage(spec: Doc, context: EvalContext): Projection {
  if (Object.keys(spec).length === 0) {
    throw locationFault(EMPTY_SPEC, 'projection specification must have at least one field');
  }
  return new ProjectionCompiler(context, false).compile(spec);
}

class ProjectionCompiler {
  private readonly root: Branch = newBranch();
  private mode: Mode | undefined;
  private id: Mode | undefined;
  private hasPosition = false;

  constructor(
    private readonly context: EvalContext,
    private readonly isFind: boolean,
  ) {}

  compile(spec: Doc): Projection {
    const isNested = (value: unknown, path: string): value is Doc => isSubProjection(value, path);
    for (const [path, value] of flatten(spec, isNested)) this.field(path, value);
    const includes = this.mode === 'include' || (this.mode === undefined && this.id === 'include');
    this.addId(includes);
    const others = includes ? 'dropped' : 'kept';
    return (doc, matchedIndex) => applyProjection(this.root, others, { root: doc, matchedIndex });
  }

  /** `_id` stays unless it is dropped, whatever the other fields say. */
  private addId(includes: boolean): void {
    if (this.id !== undefined) addLeaf(this.root, '_id', { kind: this.id === 'include' ? 'keep' : 'drop' });
    else if (includes && !this.root.children.has('_id')) addLeaf(this.root, '_id', { kind: 'keep' });
  }

  private field(path: string, value: unknown): void {
    if (this.isFind && path.endsWith('.$')) this.position(path.slice(0, -2), value);
    else if (isNumber(value) || typeof value === 'boolean') this.choice(path, isTrue(value) ? 'include' : 'exclude');
    else if (this.isFind && isDoc(value) && FIND_OPERATORS.includes(Object.keys(value)[0] as string)) {
      this.operator(path, value);
    } else this.computed(path, value);
  }

  private choice(path: string, mode: Mode): void {
    if (path === '_id') {
      this.id = mode;
      return;
    }
    this.setMode(mode, path);
    addLeaf(this.root, path, { kind: mode === 'include' ? 'keep' : 'drop' });
  }

  private setMode(mode: Mode, path: string): void {
    if (this.mode !== undefined && this.mode !== mode) {
      const [code, act] =
        mode === 'include' ? [INCLUSION_IN_EXCLUSION, 'inclusion'] : [EXCLUSION_IN_INCLUSION, 'exclusion'];
      throw locationFault(
        code,
        `Cannot do ${act} on field ${path} in ${this.mode === 'include' ? 'inclusion' : 'exclusion'} projection`,
      );
    }
    this.mode = mode;
  }

  private operator(path: string, value: Doc): void {
    const [name] = Object.keys(value);
    if (name === '$meta') refuseMeta();
    if (name === '$slice') addLeaf(this.root, path, { kind: 'shape', shape: sliceShape(value['$slice']) });
    else {
      this.setMode('include', path);
      addLeaf(this.root, path, { kind: 'shape', shape: elemMatchShape(path, value['$elemMatch'], this.context) });
    }
  }

  private position(path: string, value: unknown): void {
    if (this.hasPosition)
      throw locationFault(TWO_POSITIONS, 'Cannot specify more than one positional proj. per query.');
    if (this.mode === 'exclude') {
      throw locationFault(POSITION_IN_EXCLUSION, 'positional projection cannot be used with exclusion');
    }
    if (!isNumber(value) && typeof value !== 'boolean') {
      throw locationFault(POSITION_VALUE, 'positional projection cannot be used with a literal');
    }
    this.hasPosition = true;
    this.mode = 'include';
    addLeaf(this.root, path, { kind: 'shape', shape: positionalShape(path) });
  }

  private computed(path: string, value: unknown): void {
    if (this.mode === 'exclude') {
      throw locationFault(EXPRESSION_IN_EXCLUSION, `Cannot use an expression ${path} in an exclusion projection`);
    }
    this.mode = 'include';
    const leaf: Leaf = { kind: 'compute', evaluate: compileExpression(value, this.context) };
    addLeaf(this.root, path, leaf);
  }
}

function isSubProjection(value: unknown, path: string): value is Doc {
  if (!isDoc(value)) return false;
  const [first] = Object.keys(value);
  if (first === undefined) {
    throw locationFault(
      EMPTY_OBJECT,
      `An empty sub-projection is not a valid value. Found empty object at path ${path}`,
    );
  }
  return !first.startsWith('$');
}
