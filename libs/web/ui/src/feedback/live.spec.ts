import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Live, LiveState } from './live';

describe('Live', () => {
  let fixture: ComponentFixture<Live>;

  beforeEach(() => {
    fixture = TestBed.createComponent(Live);
    TestBed.tick();
  });

  const become = (state: LiveState): void => {
    fixture.componentRef.setInput('state', state);
    TestBed.tick();
  };
  const said = (): string => fixture.nativeElement.querySelector('[role=status]').textContent;
  const seen = (): string => {
    const [, word] = [...fixture.nativeElement.childNodes] as Node[];
    return word?.textContent?.trim() ?? '';
  };

  it('says how things stand by a word', () => {
    expect(seen()).toBe('Live');
    become('catchingUp');
    expect(seen()).toBe('Catching up');
    become('offline');
    expect(seen()).toBe('Offline');
  });

  it('tells of a lost connection and of its return, and of no short catching up', () => {
    for (const state of ['catchingUp', 'live'] as const) become(state);
    expect(said()).toBe('');
    become('offline');
    expect(said()).toBe('Offline: what you see may be behind.');
    become('catchingUp');
    expect(said()).toBe('Offline: what you see may be behind.');
    become('live');
    expect(said()).toBe('Live again.');
    for (const state of ['catchingUp', 'live'] as const) become(state);
    expect(said()).toBe('Live again.');
  });
});
