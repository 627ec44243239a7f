import { Module } from '@nestjs/common';
import { SiteModule } from '#journey/site';
import { AnnouncementDesk } from './announcement-desk.service.js';
import { AnnouncementRepository } from './announcement.repository.js';
import { BoardHand } from './board-hand.service.js';
import { BoardModule } from './board.module.js';
import { CallRepository } from './call.repository.js';
import { LaneCaller } from './lane-caller.service.js';
import { LaneGuideRepository } from './lane-guide.repository.js';
import { LaneGuide } from './lane-guide.service.js';
import { QueueAtHandRepository } from './queue-at-hand.repository.js';
import { QueueAtHand } from './queue-at-hand.service.js';
import { QueueBooksRepository } from './queue-books.repository.js';
import { QueueBooks } from './queue-books.service.js';
import { QueueDayEnd } from './queue-day-end.service.js';
import { PublicSiteRepository } from './public-site.repository.js';
import { QueueKeeper } from './queue-keeper.service.js';
import { SiteList } from './site-list.service.js';
import { TicketCallActs } from './ticket-call-acts.handler.js';
import { TicketDesk } from './ticket-desk.service.js';
import { TicketRepository } from './ticket.repository.js';

@Module({
  imports: [SiteModule, BoardModule],
  providers: [
    TicketRepository,
    CallRepository,
    AnnouncementRepository,
    QueueBooksRepository,
    PublicSiteRepository,
    LaneGuideRepository,
    BoardHand,
    TicketDesk,
    LaneCaller,
    QueueKeeper,
    AnnouncementDesk,
    QueueBooks,
    QueueAtHand,
    QueueAtHandRepository,
    QueueDayEnd,
    SiteList,
    LaneGuide,
    TicketCallActs,
  ],
  exports: [
    TicketCallActs,
    TicketDesk,
    LaneCaller,
    QueueKeeper,
    AnnouncementDesk,
    QueueBooks,
    QueueAtHand,
    QueueDayEnd,
    SiteList,
    LaneGuide,
    BoardModule,
  ],
})
export class QueueModule {}
