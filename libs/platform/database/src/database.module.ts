import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Acting } from './acting.js';
import { Database, DATABASE_OPTIONS, type DatabaseOptions } from './database.js';
import { Transactions } from './transactions.js';

@Global()
@Module({})
export class DatabaseModule {
  static to(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DATABASE_OPTIONS, useValue: options },
        { provide: Acting, useValue: new Acting(options.otherwise) },
        {
          provide: Database,
          inject: [DATABASE_OPTIONS, Acting],
          useFactory: async (given: DatabaseOptions, acting: Acting): Promise<Database> => {
            const database = new Database(given, acting);
            await database.open();
            return database;
          },
        },
        Transactions,
      ],
      exports: [Acting, Database, Transactions],
    };
  }
}
