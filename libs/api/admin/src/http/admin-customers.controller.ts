import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccountService } from '@modex/api-accounts';
import { Access, ApiProblems } from '@modex/api-core';
import { NewCustomerDto } from './admin-customers.dto';
import { CustomerResponse, customerOf } from './admin.response';

@ApiTags('admin')
@Access('booking.make.any')
@Controller('admin/customers')
export class AdminCustomersController {
  constructor(private readonly accounts: AccountService) {}

  /**
   * Somebody at the counter or on the phone, for whom you book then with this `userId`: the account with this e-mail, if
   * there is one, else a new guest. Without an e-mail the customer gets no mail, and finds the booking only with you.
   */
  @Post()
  @ApiOperation({ summary: 'Name a customer to book for' })
  @ApiProblems('validation-failed', 'malformed-body')
  async nameCustomer(@Body() { name, email = '' }: NewCustomerDto): Promise<CustomerResponse> {
    return customerOf(await this.accounts.customerFor({ name, email }));
  }
}
