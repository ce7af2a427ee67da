import { inject, Injectable } from '@angular/core';
import { Api, createPlan, ImportedPlanResponse, importPlan, PlanFormat } from '@modex/web-api-client';
import { Template, templateDrawing } from '../templates/templates';

/** Makes plans: empty ones, from templates, from files. */
@Injectable()
export class PlanMaker {
  private readonly api = inject(Api);

  /** Makes a plan that begins as a template, or empty. Returns its id. */
  async make(template: Template | 'empty', name: string, venue: string): Promise<string> {
    if (template === 'empty') {
      const body = { name, ...(venue !== '' && { venue }) };
      return (await this.api.invoke(createPlan, { body })).planId;
    }
    const drawing = JSON.stringify(templateDrawing(template, name, venue || null));
    return (await this.import('modex', new Blob([drawing]))).planId;
  }

  /** Makes a plan of a file, or nothing. @param name instead of that in the file */
  import(format: PlanFormat, file: Blob, name?: string): Promise<ImportedPlanResponse> {
    // A browser sends a file of a kind that it does not know without any type, which the API would refuse.
    const body = new Blob([file], { type: 'application/octet-stream' });
    return this.api.invoke(importPlan, { format, ...(name && { name }), body });
  }
}
