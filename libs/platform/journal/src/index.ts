export { Journal, type JobRoutes } from './journal.js';
export { JournalModule } from './journal.module.js';
export { defineEvent, type EventDefinition, type JournalEntry } from './event.js';
