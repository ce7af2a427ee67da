export { compareValues, equalValues } from './compare';
export { decode, MAX_DEPTH } from './decode';
export { type Doc, docOf, fieldName, fieldNames, getField, isArrayIndex, setField, storedName } from './document';
export { encode } from './encode';
export { compareNumbers, isNaNValue, toNumber, toWhole } from './numbers';
export {
  binaryParts,
  BSON_TYPES,
  type BsonType,
  bsonType,
  isDecimal,
  isDoc,
  isDouble,
  isLong,
  isNumber,
  isObjectId,
  isRegex,
  type NumberValue,
  typeRank,
} from './types';
export { combine, DIFFERENCE, type NumberKind, numberKind, PRODUCT, SUM, wholeValue, widest } from './arithmetic';
export { identicalValues } from './identical';
