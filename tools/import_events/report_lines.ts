import type { FileReport, ImportReport } from './import_report';

/** What an import did, for people. Text of files is shown as JSON strings, so that control characters do no harm. */
export function reportLines(report: ImportReport): readonly string[] {
  const { sysmon } = report;
  return [
    ...report.files.flatMap(fileLines),
    ...misfitLines(report),
    `Sysmon events: ${sysmon.total}${sysmon.unreadable > 0 ? `, and ${sysmon.unreadable} that cannot be read as events` : ''}`,
    ...[...sysmon.by_event_id].sort(([a], [b]) => a - b).map(([id, count]) => `  event ${id}: ${count}`),
    ...[...sysmon.by_host]
      .sort(([, a], [, b]) => b - a)
      .map(([host, count]) => `  host ${JSON.stringify(host)}: ${count}`),
    `Other records: ${report.others}`,
    `New ${report.created}, there before ${report.already_there}, refused by Elasticsearch ${report.refused}, unreadable ${report.bad}`,
    ...(report.cancelled ? ['Cancelled: the rest was not loaded.'] : []),
  ];
}

function fileLines({
  file,
  records,
  sysmon,
  skipped,
  problems,
  problems_total,
  broken,
}: FileReport): string[] {
  const more = problems_total - problems.length;
  return [
    `${file}: ${records} records, ${sysmon} of Sysmon`,
    ...(broken === undefined ? [] : [`  could not be read to its end: ${broken}`]),
    ...skipped.map(({ name, reason }) => `  left out ${JSON.stringify(name)}: ${reason}`),
    ...problems.map(
      ({ text, position, reason, excerpt }) =>
        `  ${JSON.stringify(text)} record ${position}: ${reason}${excerpt === undefined ? '' : `: ${JSON.stringify(excerpt)}`}`,
    ),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

const MISFITS_SHOWN = 20;

function misfitLines({ misfits, misfits_not_listed }: ImportReport): string[] {
  const shown = [...misfits].slice(0, MISFITS_SHOWN);
  const values = [...misfits.values()].reduce((sum, count) => sum + count, misfits_not_listed);
  const rest = values - shown.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...shown.map(
      ([path, count]) => `field ${JSON.stringify(path)}: kept but not indexed in ${count} records`,
    ),
    ...(rest > 0 ? [`and ${rest} values of other fields, kept but not indexed`] : []),
  ];
}
