import { Injectable } from '@nestjs/common';
import { OpenAPIObject } from '@nestjs/swagger';

/** The contract of the running API, written once all routes are there. */
@Injectable()
export class ApiDocument {
  private document: OpenAPIObject | undefined;

  publish(document: OpenAPIObject): void {
    this.document = document;
  }

  /** Undefined until the start is through. */
  read(): OpenAPIObject | undefined {
    return this.document;
  }
}
