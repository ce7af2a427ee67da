import { Controller, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '@modex/api-core';
import { TicketKeys } from '@modex/api-tickets';
import { TicketKeysResponse, toTicketKeysResponse } from './doors.response';

@ApiTags('admin')
@Access('ticket-key.manage.any')
@Controller('admin/ticket-keys')
export class TicketKeysController {
  constructor(private readonly keys: TicketKeys) {}

  /** The public keys of the tickets. */
  @Get()
  @ApiOperation({ summary: 'Keys of the tickets' })
  async listTicketKeys(): Promise<TicketKeysResponse> {
    return toTicketKeysResponse(await this.keys.publicKeys());
  }

  /** Makes a new key, which signs from now on. Tickets that people have stay valid; doors without a network need a new list. */
  @Post()
  @ApiOperation({ summary: 'A new key for tickets' })
  async addTicketKey(): Promise<TicketKeysResponse> {
    return toTicketKeysResponse(await this.keys.rotate());
  }
}
