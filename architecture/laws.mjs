// The laws between rooms, for dependency-cruiser. Each is shown a violation in test/architecture/laws.spec.ts.
import { journey } from './journey.mjs';

const rooms = journey.map(({ room }) => room);

/** A room may look back along the journey, never ahead. */
const neverAhead = rooms.slice(0, -1).map((room, n) => ({
  name: `${room}-never-looks-ahead`,
  comment: `${room} comes before ${rooms.slice(n + 1).join(', ')}: it tells them by an event of the journal.`,
  severity: 'error',
  from: { path: `^libs/journey/${room}/` },
  to: { path: `^libs/journey/(${rooms.slice(n + 1).join('|')})/` },
}));

export default {
  forbidden: [
    ...neverAhead,
    {
      name: 'enter-by-the-door',
      comment: 'Another room, or a part of the platform, is entered by its index.ts.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/([^/]+)/' },
      to: { path: '^libs/[^/]+/[^/]+/src/(?!index\\.ts$)', pathNot: '^$1/$2/$3/' },
    },
    {
      name: 'never-use-your-own-door',
      comment: 'Inside a room its files are neighbours; going out and in again makes circles.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/([^/]+)/src/' },
      to: { path: '^libs/$1/$2/src/index\\.ts$' },
    },
    {
      name: 'platform-knows-no-story',
      comment: 'No word of a testing site in the plumbing.',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: '^(libs/journey|apps|day)/' },
    },
    {
      name: 'rooms-do-not-know-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|day)/' },
    },
    {
      name: 'apps-are-strangers',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^(apps/(?!$1/)|day/)' },
    },
    {
      name: 'the-day-uses-public-doors-alone',
      comment: 'The simulated day trusts nothing of the house it tests.',
      severity: 'error',
      from: { path: '^day/' },
      to: { path: '^(apps|libs)/' },
    },
    {
      name: 'sql-stays-in-the-cellar',
      severity: 'error',
      from: {
        path: '^(apps|libs|day)/',
        pathNot: '(\\.(repository|entity|module)\\.ts$|^libs/platform/(database|live|jobs)/)',
      },
      to: { path: 'node_modules/(typeorm|pg|pg-copy-streams)/' },
    },
    {
      name: 'a-room-does-not-know-how-it-is-called',
      severity: 'error',
      from: { path: '^libs/journey/' },
      to: {
        path: 'node_modules/(fastify|@fastify|@nestjs/platform-fastify|@nestjs/swagger|@nestjs/websockets|socket\\.io|bullmq|ioredis)/',
      },
    },
    {
      name: 'pure-files-stay-pure',
      comment: 'A file with no role in its name takes plain values and gives plain values.',
      severity: 'error',
      from: { path: '^libs/journey/', pathNot: '(/index\\.ts$|/[^/]+\\.[^/]+\\.ts$)' },
      to: {
        path: '(node_modules/(@nestjs|typeorm|pg)/|^libs/.*\\.(service|repository|module|handler)\\.ts$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A file that nobody uses is taken away.',
      severity: 'error',
      from: { orphan: true, pathNot: '(^(apps|day)/.*main\\.ts$|\\.spec\\.ts$|^libs/journey/errands/)' },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
