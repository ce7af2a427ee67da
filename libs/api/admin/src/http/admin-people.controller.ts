import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminAccounts, CurrentSession, SessionInUse } from '@modex/api-accounts';
import { Access, ApiProblems, IdPipe } from '@modex/api-core';
import { NewAdminDto } from './admin-people.dto';
import {
  AdminPeopleResponse,
  FirstPasswordResponse,
  toAdminPersonResponse,
  toFirstPasswordResponse,
} from './admin-people.response';

const UserId = (): ParameterDecorator => Param('userId', IdPipe('unknown-user'));

@ApiTags('admin')
@Access('people.manage.any')
@Controller('admin/people')
export class AdminPeopleController {
  constructor(private readonly admins: AdminAccounts) {}

  /** All admins; the oldest account first. */
  @Get()
  @ApiOperation({ summary: 'All admins' })
  async listAdmins(@CurrentSession() by: SessionInUse): Promise<AdminPeopleResponse> {
    return { items: (await this.admins.list(by)).map(toAdminPersonResponse) };
  }

  /**
   * Makes an account that may do what you may. Its first password is in this answer and nowhere else: give it to the
   * person by a safe way.
   */
  @Post()
  @ApiOperation({ summary: 'Add an admin' })
  @ApiProblems('validation-failed', 'malformed-body', 'email-taken')
  async addAdmin(@Body() dto: NewAdminDto, @CurrentSession() by: SessionInUse): Promise<FirstPasswordResponse> {
    return toFirstPasswordResponse(await this.admins.add(dto, by));
  }

  /**
   * Gives an admin who forgot it another password to begin with, and ends that admin's sessions. Not for yourself (change
   * it with the one until now), nor for the admin whose password the server's environment sets.
   */
  @Post(':userId/password')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give an admin a new password' })
  @ApiProblems('unknown-user')
  async renewAdminPassword(
    @UserId() userId: string,
    @CurrentSession() by: SessionInUse,
  ): Promise<FirstPasswordResponse> {
    return toFirstPasswordResponse(await this.admins.renewPassword(userId, by));
  }

  /**
   * Makes an admin a customer, who keeps the bookings and is signed out everywhere. Twice is once. Never yourself, nor
   * the admin whom the server's environment names.
   */
  @Delete(':userId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove an admin' })
  @ApiNoContentResponse({ description: 'This account is no admin any more.' })
  @ApiProblems('unknown-user', 'admin-needed')
  async removeAdmin(@UserId() userId: string, @CurrentSession() by: SessionInUse): Promise<void> {
    await this.admins.remove(userId, by);
  }
}
