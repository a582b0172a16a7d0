import type { SysmonEvent, SysmonFields } from '../../common/sysmon/sysmon_event';
import { fileName } from '../text/middle_cut';

type What = (fields: SysmonFields) => string | undefined;

const join = (separator: string, ...parts: (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined && part !== '' && part !== '-').join(separator) || undefined;

const file: What = ({ TargetFilename }) => TargetFilename;
const touches: What = ({ TargetImage, GrantedAccess }) =>
  join('  ', TargetImage && `→ ${TargetImage}`, GrantedAccess);
const pipe: What = ({ PipeName }) => PipeName;

/** One line per event type: what the process did, or to what. A new event kind is a row here. */
const WHAT: Readonly<Record<number, What>> = {
  1: ({ CommandLine, Image }) => CommandLine ?? Image,
  2: ({ TargetFilename, PreviousCreationUtcTime, CreationUtcTime }) =>
    join('  ', TargetFilename, join(' → ', PreviousCreationUtcTime, CreationUtcTime)),
  3: ({ DestinationIp, DestinationPort, DestinationHostname, Initiated, SourceIp, SourcePort }) =>
    Initiated?.toLowerCase() === 'false'
      ? join(' ', `← ${join(':', SourceIp, SourcePort) ?? ''}`)
      : join(' ', `→ ${join(':', DestinationIp, DestinationPort) ?? ''}`, DestinationHostname),
  4: ({ State, Version }) => join(' ', State, Version),
  5: ({ Image }) => Image,
  6: ({ ImageLoaded, Signature }) => join('  ', ImageLoaded, Signature),
  7: ({ ImageLoaded, Signed }) =>
    join('  ', ImageLoaded, Signed?.toLowerCase() === 'false' ? 'unsigned' : undefined),
  8: touches,
  9: ({ Device }) => Device,
  10: touches,
  11: file,
  12: ({ EventType, TargetObject }) => join(' ', EventType, TargetObject),
  13: ({ TargetObject, Details }) => join(' = ', TargetObject, Details),
  14: ({ TargetObject, NewName }) => join(' → ', TargetObject, NewName),
  15: file,
  16: ({ Configuration }) => Configuration,
  17: pipe,
  18: pipe,
  19: ({ Operation, Name, Query }) => join(' ', Operation, Name, Query),
  20: ({ Operation, Name, Destination }) => join(' ', Operation, Name, Destination),
  21: ({ Operation, Consumer, Filter }) => join(' ', Operation, join(' → ', Filter, Consumer)),
  22: ({ QueryName, QueryResults, QueryStatus }) => join(' → ', QueryName, QueryResults || QueryStatus),
  23: file,
  24: ({ ClientInfo }) => ClientInfo,
  25: ({ Type }) => Type,
  26: file,
  27: file,
  28: file,
  29: file,
  255: ({ ID, Description }) => join(' ', ID, Description),
};

export const whatHappened = ({ eventId, fields }: SysmonEvent): string | undefined => WHAT[eventId]?.(fields);

/** The acting process's program, whichever of Sysmon's fields names it. */
export const actingImage = ({ fields }: SysmonEvent): string | undefined =>
  fields.Image ?? fields.SourceImage;

/** Who acted: never the account of the Sysmon service. */
export const actingUser = ({ fields }: SysmonEvent): string | undefined => fields.User ?? fields.SourceUser;

/** Name of the acting process without its folder. */
export const actingName = (event: SysmonEvent): string | undefined => {
  const image = actingImage(event);
  return image === undefined ? undefined : fileName(image);
};
