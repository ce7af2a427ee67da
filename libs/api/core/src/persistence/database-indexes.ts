import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { Connection } from 'mongoose';

/** The indexes that the schemas declare. Some of them are rules: no request may be served before they exist. */
@Injectable()
export class DatabaseIndexes {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Creates what is missing; safe on a database in use and beside other instances. */
  async ensure(): Promise<void> {
    for (const model of Object.values(this.connection.models)) await model.createIndexes();
  }
}
