import { Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { Api, endSession, endSessions, listSessions, Problem, reading, readProblem } from '@modex/web-api-client';
import { Notice, Skeleton, TimePipe, WriteButton, WriteGate } from '@modex/web-ui';
import { SessionStore } from '../session/session-store';

/** Where somebody is signed in, with the ways to sign out there. */
@Component({
  selector: 'mx-session-list',
  imports: [MatButtonModule, Notice, Skeleton, TimePipe, WriteButton],
  providers: [WriteGate],
  templateUrl: './session-list.html',
  styleUrl: './session-list.scss',
})
export class SessionList {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);

  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly sessions = reading({ params: () => true, read: () => this.api.invoke(listSessions) });

  protected readonly unknown = $localize`Unknown device`;

  protected signOutOf(device: string | null): string {
    return device === null ? $localize`Sign out the unknown device` : $localize`Sign out ${device}:device:`;
  }

  protected end(sessionId: string): Promise<void> {
    return this.write(() => this.api.invoke(endSession, { sessionId }));
  }

  protected endOthers(): Promise<void> {
    return this.write(() => this.api.invoke(endSessions, { scope: 'others' }));
  }

  protected endAll(): Promise<void> {
    return this.write(async () => {
      await this.session.signOutEverywhere();
      await this.router.navigateByUrl('/');
    });
  }

  /** Reads the list again after other sessions were ended. */
  async refresh(): Promise<void> {
    await this.sessions.refresh();
  }

  private async write(change: () => Promise<unknown>): Promise<void> {
    this.problem.set(undefined);
    try {
      await change();
    } catch (error) {
      this.problem.set(readProblem(error));
    }
    await this.sessions.refresh();
  }
}
