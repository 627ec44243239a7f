import { Counter } from 'prom-client';

export const peopleRead = new Counter({
  name: 'shihe_people_read_total',
  help: 'People in the answers that left, by what was read of them',
  labelNames: ['what'],
});

export const bulkReadings = new Counter({
  name: 'shihe_bulk_reading_alarms_total',
  help: 'Times that an account was shown more people within an hour than is usual here',
});

export const unjournalledReadings = new Counter({
  name: 'shihe_readings_withheld_total',
  help: 'Answers about people that were not given because the journal could not be written',
});
