import { PlanDrawing } from '@modex/domain';
import { csvLosses, exportCsv } from './csv/csv-export';
import { importCsv } from './csv/csv-import';
import { ExportedPlan } from './exported-plan';
import { ImportedPlan } from './imported-plan';
import { exportOwnJson, importOwnJson } from './own-json';
import { exportPretix, pretixLosses } from './pretix/pretix-export';
import { importPretix } from './pretix/pretix-import';

/** Formats of files that plans are read from and written to. */
export const PLAN_FORMATS = ['modex', 'pretix', 'csv'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

interface Format {
  readonly contentType: string;
  readonly ending: string;
  /** @param name of a plan whose file has none */
  readonly read: (bytes: Buffer, name: string) => ImportedPlan;
  readonly write: (drawing: PlanDrawing) => string;
  readonly losses: (drawing: PlanDrawing) => readonly string[];
}

const JSON_TYPE = 'application/json; charset=utf-8';

const FORMATS: Readonly<Record<PlanFormat, Format>> = {
  modex: {
    ...{ contentType: JSON_TYPE, ending: 'modex.json' },
    ...{ read: importOwnJson, write: exportOwnJson, losses: () => [] },
  },
  pretix: {
    ...{ contentType: JSON_TYPE, ending: 'pretix.json' },
    ...{ read: importPretix, write: exportPretix, losses: pretixLosses },
  },
  csv: {
    ...{ contentType: 'text/csv; charset=utf-8', ending: 'csv' },
    ...{ read: importCsv, write: exportCsv, losses: csvLosses },
  },
};

/** What a file cannot say: the name of the plan. */
const NAMELESS = 'Imported plan';

/** @throws DomainError `malformed-body`, `payload-too-large`, `plan-has-problems` */
export function importPlan(format: PlanFormat, bytes: Buffer, name = NAMELESS): ImportedPlan {
  return FORMATS[format].read(bytes, name);
}

export function exportPlan(format: PlanFormat, drawing: PlanDrawing): ExportedPlan {
  const { contentType, ending, write, losses } = FORMATS[format];
  return { text: write(drawing), contentType, ending, losses: losses(drawing) };
}
