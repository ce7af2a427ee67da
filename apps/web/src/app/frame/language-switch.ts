import { Component } from '@angular/core';
import { chooseLanguage, ENGLISH, translatedLanguages } from '../../i18n/language';

/** The languages of the site, each by its own name; to choose one shows the same page in it. Empty where there is only one. */
@Component({
  selector: 'app-language-switch',
  template: `
    @if (languages.length > 1) {
      <div role="group" aria-label="Language" i18n-aria-label>
        @for (language of languages; track language.code) {
          <button
            type="button"
            [lang]="language.code"
            [attr.aria-current]="language.code === current || null"
            (click)="choose(language.code)"
          >
            {{ language.words }}
          </button>
        }
      </div>
    }
  `,
  styles: `
    div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--mx-gap-5);
    }

    button {
      min-height: 44px;
      padding: 0;
      border: 0;
      background: none;
      font: inherit;
      color: inherit;
      text-decoration: underline;
      text-transform: capitalize;
      cursor: pointer;
    }

    [aria-current] {
      font-weight: 650;
      text-decoration: none;
    }
  `,
})
export class LanguageSwitch {
  protected readonly current = $localize.locale ?? ENGLISH;
  protected readonly languages = [ENGLISH, ...translatedLanguages().keys()].map((code) => ({
    code,
    words: nameOf(code),
  }));
  protected readonly choose = chooseLanguage;
}

/** As its speakers call it: "Deutsch". */
function nameOf(code: string): string {
  return new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
}
