import { ApiProperty } from '@nestjs/swagger';
import { ERROR_CODES, ErrorCode, PLAN_FILE_PROBLEMS, PLAN_PROBLEMS, PlanProblem } from '@modex/domain';

/** The media type of a problem, as RFC 9457 registers it. */
export const PROBLEM_JSON = 'application/problem+json';

/** One bad field of a request. */
export class FieldErrorResponse {
  /** Path of the field in the body or the query. */
  @ApiProperty({ example: 'seatIds' })
  field: string;
  /** What is wrong with it. */
  @ApiProperty({ example: 'Choose at least one seat.' })
  message: string;
}

/** An amount of money. */
export class MoneyResponse {
  /** In minor units of the currency: cents. */
  @ApiProperty({ example: 9000 })
  amount: number;
  /** ISO 4217. */
  @ApiProperty({ example: 'EUR' })
  currency: string;
}

/** When and where somebody was let in with a ticket. */
export class EntryProblemResponse {
  /** When, in UTC. */
  @ApiProperty({ type: String, format: 'date-time', example: '2026-12-24T18:41:07.000Z' })
  at: Date;
  /** At which door; null: nobody said. */
  @ApiProperty({ type: String, nullable: true, example: 'Main entrance' })
  door: string | null;
}

/** One thing that is wrong with a plan. */
export class PlanProblemResponse {
  /** Stable code from a closed list. */
  @ApiProperty({ enum: [...PLAN_PROBLEMS, ...PLAN_FILE_PROBLEMS], enumName: 'PlanProblemCode', example: 'same-seat' })
  code: PlanProblem['code'];
  /** `error`: the plan cannot be published. `warning`: it can. */
  @ApiProperty({ enum: ['error', 'warning'], enumName: 'PlanProblemSeverity' })
  severity: PlanProblem['severity'];
  /** What is wrong and where, for people. */
  @ApiProperty({ example: 'Two places are named 12 in Row C in Stalls.' })
  message: string;
  /** Where: a JSON pointer into the drawing or the file; for a table, the line as the file counts them. */
  @ApiProperty({ example: '/sections/0/rows/2/places/11/label' })
  at: string;
  /** Numbers of the places that it is about; at most 50. */
  @ApiProperty({ type: [Number], required: false })
  numbers?: number[];
}

/** An error, as RFC 9457 (application/problem+json) describes it. */
export class ProblemResponse {
  /** The kind of problem, as a stable URN. */
  @ApiProperty({ example: 'urn:modex:problem:seat-taken' })
  type: string;
  /** The kind of problem in words, the same for every occurrence. */
  @ApiProperty({ example: 'A seat is already taken' })
  title: string;
  /** The HTTP status. */
  @ApiProperty({ example: 409 })
  status: number;
  /** Stable code from a closed list; programs branch on this. */
  @ApiProperty({ enum: ERROR_CODES, enumName: 'ErrorCode', example: 'seat-taken' })
  code: ErrorCode;
  /** What happened this time and what to do next. */
  @ApiProperty({ example: 'Somebody else has one of these seats; choose another one.' })
  detail: string;
  /** Id of the request, also in the header X-Request-Id; name it when you ask for help. */
  @ApiProperty({ example: 'c0ffee00-1111-4222-8333-444455556666' })
  requestId: string;
  /**
   * The seats that the problem is about, for `seat-taken`, `unknown-seat` and `ticket-used`; those that would stay alone, for `lone-seat`;
   * those of the hold, for `hold-open`, `hold-changed` and `hold-paused`.
   */
  @ApiProperty({ type: [String], required: false })
  seatIds?: string[];
  /** Your hold that is open, for `hold-open`. */
  @ApiProperty({ required: false })
  holdId?: string;
  /** How many seats of the show one customer may have, for `limit-reached`. */
  @ApiProperty({ required: false })
  limit?: number;
  /** How many of them this customer has, for `limit-reached`. */
  @ApiProperty({ required: false })
  bought?: number;
  /** How many seats the largest party could have that sits together, for `not-enough-seats`. */
  @ApiProperty({ required: false })
  largest?: number;
  /** Seats for the same party that leave no other alone, for `lone-seat`. */
  @ApiProperty({ type: [String], required: false })
  insteadSeatIds?: string[];
  /** What the seats cost now, for `price-changed`. */
  @ApiProperty({ type: MoneyResponse, required: false })
  total?: MoneyResponse;
  /** What you saw, for `price-changed`. */
  @ApiProperty({ type: MoneyResponse, required: false })
  seenTotal?: MoneyResponse;
  /** When and where somebody was let in with the ticket, for `ticket-used`. */
  @ApiProperty({ type: EntryProblemResponse, required: false })
  entry?: EntryProblemResponse;
  /** The bad fields, for `validation-failed`. */
  @ApiProperty({ type: [FieldErrorResponse], required: false })
  fields?: FieldErrorResponse[];
  /** What is wrong with the plan, for `plan-has-problems`. */
  @ApiProperty({ type: [PlanProblemResponse], required: false })
  problems?: PlanProblemResponse[];
  /** Seconds after which a retry makes sense. */
  @ApiProperty({ required: false })
  retryAfter?: number;
}
