import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ActivityModule } from '@modex/api-activity';
import { PlansModule } from '@modex/api-plans';
import { SeatsModule } from '@modex/api-seats';
import { ReadyShows } from './http/ready-shows';
import { SeatAnswers } from './http/seat-answers';
import { SeatStreams } from './http/seat-streams';
import { SeatsController } from './http/seats.controller';
import { ShowsController } from './http/shows.controller';
import { SeatFeeds } from './live/seat-feeds';
import { MongoosePlanSwitchRepository } from './persistence/mongoose-plan-switch.repository';
import { MongooseShowNewsRepository } from './persistence/mongoose-show-news.repository';
import { MongooseShowRepository } from './persistence/mongoose-show.repository';
import { ShowDocument, ShowSchema } from './persistence/show.schema';
import { PlanSwitchRepository } from './plan-switch/plan-switch.repository';
import { PlanSwitchService } from './plan-switch/plan-switch.service';
import { PlanSwitchSteps } from './plan-switch/plan-switch-steps';
import { PlanSwitchSweep } from './plan-switch/plan-switch-sweep';
import { SeatBlockService } from './seat-block.service';
import { SharedShows } from './shared-shows';
import { ShowCreationService } from './show-creation.service';
import { ShowCreationSweep } from './show-creation-sweep';
import { ShowSalesService } from './show-sales.service';
import { ShowNewsRepository } from './show-news.repository';
import { ShowRepository } from './show.repository';
import { ShowPlans } from './show-plans';
import { ShowService } from './show.service';

@Module({
  imports: [
    ActivityModule,
    PlansModule,
    SeatsModule,
    MongooseModule.forFeature([{ name: ShowDocument.name, schema: ShowSchema }]),
  ],
  controllers: [ShowsController, SeatsController],
  providers: [
    PlanSwitchService,
    PlanSwitchSteps,
    PlanSwitchSweep,
    ReadyShows,
    SeatAnswers,
    SeatBlockService,
    SeatFeeds,
    SeatStreams,
    SharedShows,
    ShowService,
    ShowCreationService,
    ShowCreationSweep,
    ShowPlans,
    ShowSalesService,
    { provide: PlanSwitchRepository, useClass: MongoosePlanSwitchRepository },
    { provide: ShowNewsRepository, useClass: MongooseShowNewsRepository },
    { provide: ShowRepository, useClass: MongooseShowRepository },
  ],
  exports: [
    PlanSwitchRepository,
    PlanSwitchService,
    SeatBlockService,
    ShowService,
    ShowCreationService,
    ShowSalesService,
    ShowNewsRepository,
    ShowRepository,
  ],
})
export class ShowsModule {}
