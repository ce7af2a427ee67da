import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AccountsModule } from '@modex/api-accounts';
import { ActivityModule } from '@modex/api-activity';
import { BookingsModule } from '@modex/api-bookings';
import { ShowsModule } from '@modex/api-shows';
import { DoorListService } from './door-list.service';
import { DoorService } from './door.service';
import { TicketsController } from './http/tickets.controller';
import { MongooseTicketKeyRepository } from './persistence/mongoose-ticket-key.repository';
import { TicketKeyDocument, TicketKeySchema } from './persistence/ticket-key.schema';
import { TicketPrinter } from './pdf/ticket-printer';
import { TicketKeyRepository } from './ticket-key';
import { TicketKeys } from './ticket-keys';
import { TicketListService } from './ticket-list.service';

@Module({
  imports: [
    AccountsModule,
    ActivityModule,
    ShowsModule,
    BookingsModule,
    MongooseModule.forFeature([{ name: TicketKeyDocument.name, schema: TicketKeySchema }]),
  ],
  controllers: [TicketsController],
  providers: [
    DoorListService,
    DoorService,
    TicketKeys,
    TicketListService,
    TicketPrinter,
    { provide: TicketKeyRepository, useClass: MongooseTicketKeyRepository },
  ],
  exports: [DoorListService, DoorService, TicketKeys, TicketListService, TicketPrinter],
})
export class TicketsModule {}
