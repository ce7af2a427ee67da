import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ActivityModule } from '@modex/api-activity';
import { PlansController } from './http/plans.controller';
import { MongoosePlanContents } from './persistence/mongoose-plan-contents';
import { MongoosePlanRepository } from './persistence/mongoose-plan.repository';
import { PlanPieceDocument, PlanPieceSchema } from './persistence/plan-piece.schema';
import { PlanDocument, PlanSchema } from './persistence/plan.schema';
import { PlanContents } from './plan-contents';
import { PlanDraftService } from './plan-draft.service';
import { PlanFilesService } from './plan-files.service';
import { PlanLayouts } from './plan-layouts';
import { PlanPublicationService } from './plan-publication.service';
import { PlanRepository } from './plan.repository';
import { PlanService } from './plan.service';

@Module({
  imports: [
    ActivityModule,
    MongooseModule.forFeature([
      { name: PlanDocument.name, schema: PlanSchema },
      { name: PlanPieceDocument.name, schema: PlanPieceSchema },
    ]),
  ],
  controllers: [PlansController],
  providers: [
    PlanDraftService,
    PlanFilesService,
    PlanLayouts,
    PlanPublicationService,
    PlanService,
    { provide: PlanContents, useClass: MongoosePlanContents },
    { provide: PlanRepository, useClass: MongoosePlanRepository },
  ],
  exports: [PlanDraftService, PlanFilesService, PlanPublicationService, PlanService],
})
export class PlansModule {}
