import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentSession, Invitations, SessionInUse, StaffAccounts } from '@modex/api-accounts';
import { Access, ApiProblems, IdPipe } from '@modex/api-core';
import { InviteStaffDto, StaffRoleDto } from './admin-people.dto';
import {
  FirstPasswordResponse,
  InvitationsResponse,
  NewInvitationResponse,
  StaffMemberResponse,
  StaffResponse,
  toFirstPasswordResponse,
  toInvitationResponse,
  toNewInvitationResponse,
  toStaffMemberResponse,
} from './admin-people.response';

const UserId = (): ParameterDecorator => Param('userId', IdPipe('unknown-user'));

@ApiTags('admin')
@Access('people.manage.any')
@Controller('admin/people')
export class AdminPeopleController {
  constructor(
    private readonly staff: StaffAccounts,
    private readonly invitations: Invitations,
  ) {}

  /** Everybody who works for the venue; the oldest account first. */
  @Get()
  @ApiOperation({ summary: 'Who works here' })
  async listStaff(@CurrentSession() by: SessionInUse): Promise<StaffResponse> {
    return { items: (await this.staff.list(by)).map(toStaffMemberResponse) };
  }

  /** Invitations that can still be used, the newest first. */
  @Get('invitations')
  @ApiOperation({ summary: 'Who is invited' })
  async listInvitations(): Promise<InvitationsResponse> {
    return { items: (await this.invitations.list()).map(toInvitationResponse) };
  }

  /**
   * Invites somebody by a link, which works once, for a week. It is sent by mail where mail is set up, and stands in this answer
   * and nowhere else, to be passed on by a safe way. Another invitation to the same e-mail takes its place.
   */
  @Post('invitations')
  @ApiOperation({ summary: 'Invite somebody to work here' })
  @ApiProblems('validation-failed', 'malformed-body', 'email-taken')
  async inviteStaff(@Body() dto: InviteStaffDto, @CurrentSession() by: SessionInUse): Promise<NewInvitationResponse> {
    return toNewInvitationResponse(await this.invitations.invite(dto, by));
  }

  /** Takes an invitation back. Twice is once. */
  @Delete('invitations/:invitationId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an invitation back' })
  @ApiNoContentResponse({ description: 'The link opens nothing any more.' })
  @ApiProblems('unknown-link')
  async withdrawInvitation(
    @Param('invitationId', IdPipe('unknown-link')) invitationId: string,
    @CurrentSession() by: SessionInUse,
  ): Promise<void> {
    await this.invitations.withdraw(invitationId, by);
  }

  /** Gives somebody who works for the venue another role, and ends the sessions of that account. Never yourself. */
  @Patch(':userId')
  @ApiOperation({ summary: 'Change a role' })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-user', 'admin-needed')
  async changeStaffRole(
    @UserId() userId: string,
    @Body() { role }: StaffRoleDto,
    @CurrentSession() by: SessionInUse,
  ): Promise<StaffMemberResponse> {
    return toStaffMemberResponse(await this.staff.changeRole(userId, role, by));
  }

  /**
   * Gives somebody who forgot it another password to begin with, and ends the sessions of that account. Not for yourself
   * (change it with the one until now), nor for the owner whose password the server's environment sets.
   */
  @Post(':userId/password')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give staff a new password' })
  @ApiProblems('unknown-user')
  async renewStaffPassword(
    @UserId() userId: string,
    @CurrentSession() by: SessionInUse,
  ): Promise<FirstPasswordResponse> {
    return toFirstPasswordResponse(await this.staff.renewPassword(userId, by));
  }

  /**
   * Makes somebody who works for the venue a customer, who keeps the bookings and is signed out everywhere. Twice is once.
   * Never yourself, nor the owner whom the server's environment names.
   */
  @Delete(':userId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the role away' })
  @ApiNoContentResponse({ description: 'This account works for the venue no more.' })
  @ApiProblems('unknown-user', 'admin-needed')
  async removeStaff(@UserId() userId: string, @CurrentSession() by: SessionInUse): Promise<void> {
    await this.staff.remove(userId, by);
  }
}
