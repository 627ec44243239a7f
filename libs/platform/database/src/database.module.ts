import { Global, Module, type DynamicModule } from '@nestjs/common';
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
        {
          provide: Database,
          inject: [DATABASE_OPTIONS],
          useFactory: async (given: DatabaseOptions): Promise<Database> => {
            const database = new Database(given);
            await database.source.initialize();
            return database;
          },
        },
        Transactions,
      ],
      exports: [Database, Transactions],
    };
  }
}
