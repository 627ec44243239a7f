import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { Clock } from '#platform/clock';
import { Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { fhirReport } from './fhir-report.js';
import { hl7Report } from './hl7-report.js';
import { jsonLinesReport } from './json-lines-report.js';
import { LabRegister } from './lab-register.service.js';
import { contradictionHeld, reportApplied, reportRefused } from './lab.events.js';
import type { ReadReport, ReportFormat, RowError } from './report-format.js';
import { ReportLimits } from './report-limits.js';
import { judgedRows, positivesToSign, rowErrors } from './report-rules.js';
import { PositivesNeedSecondPerson, ReportFormatUnknown, ReportIsTooLarge, UnknownReport } from './report.errors.js';
import { previewOf, type PreviewedRows } from './report-preview.js';
import { ReportReviewRepository } from './report-review.repository.js';
import { ReportRepository, type ReportRecord } from './report.repository.js';
import { sheetReport } from './sheet-report.js';

const formats: readonly ReportFormat[] = [jsonLinesReport, sheetReport, hl7Report, fhirReport];

/** The content types in which a report can be handed in. */
export const reportContentTypes: readonly string[] = formats.flatMap(({ contentTypes }) => contentTypes);

export interface Report {
  id: string;
  labCode: string;
  state: 'reading' | 'refused' | 'applied';
  contentType: string;
  fileName: string | null;
  bytes: number;
  rows: number;
  /** First outcomes, outcomes said before, and contradictions that wait for a decision; together `rows` once applied. */
  currentRows: number;
  repeatedRows: number;
  heldRows: number;
  errorCount: number;
  errors: RowError[];
  uploadedAt: Date;
  appliedAt: Date | null;
}

/** A file as a laboratory hands it in. */
export interface HandedIn {
  bytes: Uint8Array;
  contentType: string;
  /** What the file was called where it lay; the one that it names itself goes before. */
  fileName?: string | undefined;
}

export interface ReportPreview extends PreviewedRows {
  errorCount: number;
  errors: RowError[];
  /** The same bytes were applied already. */
  applied: { id: string; appliedAt: Date } | null;
  /** Of the bytes, in hexadecimal digits: what a second person signs for. */
  sha256: string;
  /** Whether there are positives that somebody else has to sign for, and whether somebody has. */
  review: { isNeeded: boolean; isSigned: boolean };
}

/** Takes in what a laboratory says about its tubes: a file whole or not at all, and once. */
@Injectable()
export class ReportDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly register: LabRegister,
    private readonly reports: ReportRepository,
    private readonly reviews: ReportReviewRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly limits: ReportLimits,
  ) {}

  /**
   * Reads a file and applies it when every row is right; else nothing of it is applied and the report says what is wrong,
   * line by line. The same bytes again are the same report; one that was refused is judged anew.
   * @throws ReportFormatUnknown, ReportIsTooLarge; PositivesNeedSecondPerson until somebody else of the laboratory has signed
   */
  async upload(file: HandedIn, staffId: string): Promise<Report> {
    const { bytes, contentType } = file;
    const labCode = await this.register.labOf(staffId);
    const read = await this.read(file);
    const sha256 = digestOf(bytes);
    const id = await this.transactions.run(async (tx) => {
      const at = this.clock.now();
      const claim = { id: uuidv7(), labCode, sha256, contentType, bytes: bytes.length, by: staffId, at };
      const report = await this.reports.claim(tx, claim);
      if (report.state !== 'applied') await this.judge(tx, { id: report.id, labCode, sha256, by: staffId, at }, read);
      return report.id;
    });
    return this.find(id);
  }

  /**
   * Says what handing in this file would do, and does nothing.
   * @throws ReportFormatUnknown, ReportIsTooLarge
   */
  async preview(file: HandedIn, staffId: string): Promise<ReportPreview> {
    const labCode = await this.register.labOf(staffId);
    const { rows, errors: unread } = await this.read(file);
    const barcodes = [...new Set(rows.map(({ barcode }) => barcode))];
    return this.transactions.run(async (tx) => {
      const tubes = await this.reports.tubes(tx, barcodes, this.limits.skewMinutes);
      const known = await this.reports.outcomes(tx, barcodes);
      const wrong = inOrder([...unread, ...rowErrors(rows, tubes, labCode, this.clock.now())]);
      const judged = judgedRows(rows, known);
      const preview = previewOf(judged, known, new Set(wrong.map(({ line }) => line)));
      const sha256 = digestOf(file.bytes);
      const applied = await this.reports.appliedAs(tx, labCode, sha256);
      const review = {
        isNeeded: applied === null && positivesToSign(judged, tubes).length > 0,
        isSigned: await this.reviews.isSignedByAnother(tx, { labCode, sha256, than: staffId }),
      };
      const errors = wrong.slice(0, this.limits.keptErrors);
      return { ...preview, applied, sha256: sha256.toString('hex'), review, errorCount: wrong.length, errors };
    });
  }

  /** The latest reports, the newest first; for a member of a laboratory only their own. */
  async latest(labCode: string | undefined, limit: number): Promise<Report[]> {
    return (await this.reports.latest(labCode, limit)).map(reportOf);
  }

  /** A report; for a member of a laboratory only one of their own. @throws UnknownReport */
  async find(id: string, labCode?: string): Promise<Report> {
    const row = await this.reports.find(id);
    if (row === undefined || (labCode !== undefined && row.lab_code !== labCode)) throw new UnknownReport();
    return reportOf(row);
  }

  private async read({ bytes, contentType, fileName }: HandedIn): Promise<ReadReport> {
    if (bytes.length > this.limits.uploadBytes) throw new ReportIsTooLarge(this.limits.uploadBytes);
    const format = formats.find(({ contentTypes }) => contentTypes.includes(contentType));
    if (format === undefined) throw new ReportFormatUnknown(reportContentTypes);
    const read = await format.read(bytes, this.limits);
    return { ...read, fileName: read.fileName ?? fileName ?? null };
  }

  private async judge(
    tx: Tx,
    report: { id: string; labCode: string; sha256: Buffer; by: string; at: Date },
    { fileName, rows, errors }: ReadReport,
  ): Promise<void> {
    const barcodes = [...new Set(rows.map(({ barcode }) => barcode))];
    const tubes = await this.reports.tubes(tx, barcodes, this.limits.skewMinutes);
    const wrong = inOrder([...errors, ...rowErrors(rows, tubes, report.labCode, report.at)]);
    const entry = { actorId: report.by, subject: `report:${report.id}`, payload: { reportId: report.id } };
    if (wrong.length > 0) {
      const refusal = {
        id: report.id,
        fileName,
        rows: rows.length,
        by: report.by,
        errors: wrong,
        listed: this.limits.keptErrors,
      };
      await this.reports.refuse(tx, refusal);
      await this.journal.record(tx, reportRefused, entry);
      return;
    }
    const judged = judgedRows(rows, await this.reports.outcomes(tx, barcodes));
    const positives = positivesToSign(judged, tubes).length;
    const { labCode, sha256, by } = report;
    if (positives > 0 && !(await this.reviews.isSignedByAnother(tx, { labCode, sha256, than: by }))) {
      throw new PositivesNeedSecondPerson(positives, sha256.toString('hex'));
    }
    await this.reports.apply(tx, { ...report, fileName, rows: judged });
    await this.journal.record(tx, reportApplied, entry);
    for (const { barcode, version, verdict } of judged) {
      if (verdict !== 'held' || version === undefined) continue;
      const subject = `tube:${barcode}`;
      await this.journal.record(tx, contradictionHeld, { actorId: report.by, subject, payload: { barcode, version } });
    }
  }
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function inOrder(errors: RowError[]): RowError[] {
  return errors.sort((a, b) => a.line - b.line);
}

function reportOf(row: ReportRecord): Report {
  return {
    id: row.id,
    labCode: row.lab_code,
    state: row.state,
    contentType: row.content_type,
    fileName: row.file_name,
    bytes: row.bytes,
    rows: row.rows,
    currentRows: row.current_rows,
    repeatedRows: row.repeated_rows,
    heldRows: row.held_rows,
    errorCount: row.error_count,
    errors: row.row_errors,
    uploadedAt: row.uploaded_at,
    appliedAt: row.applied_at,
  };
}
