export const START_MESSAGES = {
  'sysmonTrail.start.title': 'Busiest hosts',
  'sysmonTrail.start.summary': '{shown, number} of {total} hosts shown · {events} events in this range',
  'sysmonTrail.start.host': 'Host',
  'sysmonTrail.start.events': 'Events',
  'sysmonTrail.start.processes': 'Processes',
  'sysmonTrail.start.first': 'First event',
  'sysmonTrail.start.last': 'Last event',
  'sysmonTrail.start.caption': 'Hosts with the most Sysmon events in the range, busiest first',
  'sysmonTrail.start.openForest': 'Process graph of {host}',
  'sysmonTrail.start.openEvents': 'Events of {host}',
  'sysmonTrail.start.openProcesses': 'Processes started on {host}',
  'sysmonTrail.start.nothingAtAll':
    'No Sysmon events in the {count, plural, one {# index pattern} other {# index patterns}} you may read.',
  'sysmonTrail.start.patterns': 'Looked in: {patterns}',
  'sysmonTrail.start.nothingNext':
    'Check three things: you may read these indices, a shipper sends the log Microsoft-Windows-Sysmon/Operational, and Sysmon runs with a configuration.',
  'sysmonTrail.start.nothingInRange':
    'No Sysmon events between {from} and {to} ({zone}). The newest is from {newest}.',
  'sysmonTrail.start.goToNewest': 'Go to newest',
  'sysmonTrail.start.chosenSilent': 'The chosen hosts have sent no Sysmon events in this range.',
  'sysmonTrail.start.showAll': 'Show all hosts',
  'sysmonTrail.start.loadAll': 'Load all {count, number}',
} as const;
