import { Component, computed, inject } from '@angular/core';
import { capacityOf, DrawnSection, LIMITS } from '@modex/domain';
import { Editor } from '../editor/editor';
import { setCapacity } from '../model/change';
import { DraftSeats, DraftStanding } from '../model/draft';
import { sectionIn, setWord } from '../model/draft-parts';
import { touchedSections } from '../model/selection';
import { PlanNumber, PlanText } from './fields';

/** The section that is selected, or of which something is. */
@Component({
  selector: 'mx-section-panel',
  imports: [PlanNumber, PlanText],
  template: `
    @if (section(); as one) {
      <fieldset>
        <legend i18n>Section</legend>
        <mx-plan-text label="Name" i18n-label [longest]="longest" [value]="one.name" (entered)="rename(one, $event)" />
        @if (one.kind === 'standing') {
          <mx-plan-number
            label="People"
            i18n-label
            [min]="1"
            [max]="most"
            [value]="capacity()"
            (entered)="resize(one, $event)"
          />
          <mx-plan-number
            label="Width, cm"
            i18n-label
            [min]="50"
            [value]="one.width"
            (entered)="measure(one, { width: $event })"
          />
          <mx-plan-number
            label="Depth, cm"
            i18n-label
            [min]="50"
            [value]="one.height"
            (entered)="measure(one, { height: $event })"
          />
          <mx-plan-text
            label="Word for its places"
            i18n-label
            hint="Place"
            i18n-hint
            [longest]="50"
            [value]="one.seatWord ?? ''"
            (entered)="say(one, $event)"
          />
        }
      </fieldset>
    }
  `,
  styleUrl: './panel.scss',
})
export class SectionPanel {
  protected readonly editor = inject(Editor);
  protected readonly longest = LIMITS.planName;
  protected readonly most = LIMITS.seatsPerShow;

  protected readonly section = computed(() => {
    const touched = touchedSections(this.editor.drawing(), this.editor.selection());
    return touched.length === 1 ? touched[0] : undefined;
  });
  protected readonly capacity = computed(() => {
    const section = this.section();
    return section?.kind === 'standing' ? capacityOf(section) : undefined;
  });

  protected rename({ key }: DrawnSection, name: string): void {
    this.change(key, $localize`Section renamed`, (section) => (section.name = name));
  }

  protected resize({ key }: DrawnSection, capacity: number): void {
    this.editor.do($localize`Capacity changed`, (draft) => {
      const section = sectionIn(draft, key);
      if (section?.kind === 'standing') setCapacity(draft, section, capacity);
    });
  }

  protected measure({ key }: DrawnSection, size: { readonly width?: number; readonly height?: number }): void {
    this.change(key, $localize`Size changed`, (section) => Object.assign(section, size));
  }

  protected say({ key }: DrawnSection, word: string): void {
    this.change(key, $localize`Word changed`, (section) => {
      if (section.kind === 'standing') setWord(section, 'seatWord', word);
    });
  }

  private change(key: string, name: string, change: (section: DraftSeats | DraftStanding) => unknown): void {
    this.editor.do(name, (draft) => {
      const section = sectionIn(draft, key);
      if (section) change(section);
    });
  }
}
