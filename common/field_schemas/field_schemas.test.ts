import { QUESTION_FIELDS } from '../sysmon/question_fields';
import type { QuestionField } from '../sysmon/fields';
import { DNS_STATUSES } from './dns_statuses';
import { ECS_SYSMON_MODULE, ECS_SYSMON_MODULE_7 } from './ecs_sysmon_module';
import { fieldSchemas, pathsToRead, placesOf, schemasOf } from './field_schemas';
import { NXLOG, FLAT } from './flat';
import { WINLOGBEAT_6 } from './winlogbeat_6';
import { WINLOGBEAT_RAW } from './winlogbeat_raw';

const names = (...paths: string[]) => schemasOf(new Set(paths)).map(({ name }) => name);

describe('schemasOf an index', () => {
  it('tells Winlogbeat without module from ECS by its mapping', () => {
    expect(names('winlog.event_id', 'winlog.channel', 'winlog.event_data.Image')).toEqual(['winlogbeat_raw']);
    expect(
      names('winlog.event_id', 'winlog.channel', 'process.entity_id', 'process.command_line', 'process.args'),
    ).toEqual(['ecs_sysmon_module', 'winlogbeat_raw']);
  });

  it('expects arguments without a command line where none is mapped, or where hash.* still is', () => {
    expect(names('winlog.event_id', 'process.entity_id', 'process.args')).toContain('ecs_sysmon_module_7');
    expect(
      names('winlog.event_id', 'process.entity_id', 'process.args', 'process.command_line', 'hash.md5'),
    ).toContain('ecs_sysmon_module_7');
    expect(
      names('winlog.event_id', 'process.entity_id', 'process.args', 'process.command_line'),
    ).not.toContain('ecs_sysmon_module_7');
  });

  it('finds several shapes in an index that mixes shippers, and none where there are no events', () => {
    expect(names('winlog.event_id', 'EventID', 'SourceModuleName', 'event_id', 'log_name')).toEqual([
      'winlogbeat_raw',
      'winlogbeat_6',
      'nxlog',
      'flat',
    ]);
    expect(names('message', 'host.name')).toEqual([]);
  });
});

describe('placesOf a field', () => {
  it.each(fieldSchemas.filter(({ name }) => name !== 'helk').map((schema) => [schema.name, schema] as const))(
    '%s has a place for every field',
    (_name, schema) => {
      const missing = [...QUESTION_FIELDS].filter(
        (field) => placesOf(schema, field as QuestionField).length === 0,
      );
      expect(missing).toEqual([]);
    },
  );

  it('Image in ECS is process.executable, but not in events 8, 10 and 20', () => {
    const paths = (ids?: number[]) =>
      placesOf(ECS_SYSMON_MODULE, 'Image', ids).flatMap((place) => place.paths);
    expect(paths([1])).toEqual(['winlog.event_data.Image', 'process.executable']);
    expect(paths([8, 10, 20])).toEqual(['winlog.event_data.Image']);
    expect(paths([10, 3])).toContain('process.executable');
    expect(paths()).toContain('process.executable');
  });

  it('ProcessId is not what NXLog calls so in events without it', () => {
    expect(placesOf(FLAT, 'ProcessId', [10])).toEqual([]);
    expect(placesOf(NXLOG, 'ProcessId', [1]).map(({ paths }) => paths)).toEqual([['ProcessId'], ['Message']]);
  });

  it('a command line is asked exactly where no arguments stand in for it', () => {
    const forms = (schema = ECS_SYSMON_MODULE) =>
      placesOf(schema, 'CommandLine', [1]).map(({ form }) => form?.name);
    expect(forms()).toEqual([undefined, undefined]);
    expect(forms(ECS_SYSMON_MODULE_7)).toEqual([undefined, undefined, 'command_line_args']);
  });
});

describe('pathsToRead', () => {
  it('holds header, times, signature and the asked fields only', () => {
    const paths = pathsToRead([WINLOGBEAT_RAW], ['Image']);
    expect(paths).toEqual(
      expect.arrayContaining([
        '@timestamp',
        'winlog.event_data.UtcTime',
        'winlog.computer_name',
        'host.name',
        'winlog.event_data.Image',
        'event.created',
      ]),
    );
    expect(paths).not.toContain('winlog.event_data.CommandLine');
    expect(paths.length).toBeLessThan(15);
  });

  it('takes the message along only where a field may have to come from it', () => {
    expect(pathsToRead([NXLOG], ['Image'])).not.toContain('Message');
    expect(pathsToRead([NXLOG], ['ProcessId'])).toContain('Message');
    expect(pathsToRead([WINLOGBEAT_6], ['Destination'])).toContain('message');
    expect(pathsToRead([FLAT], ['ProcessId'])).not.toContain('Message');
  });

  it('reads all hashes for one of them, and answers with their objects', () => {
    expect(pathsToRead([ECS_SYSMON_MODULE], ['MD5'])).toEqual(
      expect.arrayContaining(['process.hash.md5', 'file.hash.md5', 'hash.md5', 'winlog.event_data.Hashes']),
    );
    expect(pathsToRead([ECS_SYSMON_MODULE], ['QueryResults'])).toContain('dns.answers');
  });
});

describe('DNS statuses', () => {
  it('are 197, each name once', () => {
    expect(DNS_STATUSES.size).toBe(197);
    expect(new Set(DNS_STATUSES.values()).size).toBe(197);
  });

  it.each([
    [0, 'SUCCESS'],
    [9003, 'DNS_ERROR_RCODE_NAME_ERROR'],
    [9501, 'DNS_INFO_NO_RECORDS'],
    [9701, 'DNS_ERROR_RECORD_DOES_NOT_EXIST'],
    [9560, 'DNS_ERROR_INVALID_NAME_CHAR'],
    [1460, 'ERROR_TIMEOUT'],
    [9996, 'DNS_ERROR_POLICY_INVALID_CRITERIA_TIME_OF_DAY'],
    [9722, 'DNS_ERROR_ALIAS_LOOP'],
  ])('%i is %s', (code, name) => expect(DNS_STATUSES.get(code)).toBe(name));
});
