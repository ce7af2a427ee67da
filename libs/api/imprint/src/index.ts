export { OrganiserResponse, toOrganiserResponse } from './http/organiser.response';
export { ImprintModule } from './imprint.module';
export { OrganiserService } from './organiser.service';
