export const TAB_MESSAGES = {
  'sysmonTrail.tab.notSysmon': 'Not a Sysmon event.',
  'sysmonTrail.tab.noProcess': 'A Sysmon event without a process:',
  'sysmonTrail.tab.openHost': 'Open {host} ±1 h',
  'sysmonTrail.tab.needsId': 'Add _id or the process GUID column to see the lineage.',
  'sysmonTrail.tab.noRight': "Needs the ''Sysmon Trail: Read'' privilege in this space.",
  'sysmonTrail.tab.openGraph': 'Open in Process graph',
  'sysmonTrail.tab.lineage': 'Lineage',
  'sysmonTrail.tab.thisProcess': 'this process',
  'sysmonTrail.tab.moreAncestors':
    '{count, plural, one {# more ancestor} other {# more ancestors}} above; the process graph has all.',
  'sysmonTrail.tab.moreChildren': '{count, plural, one {# more child} other {# more children}}',
  'sysmonTrail.tab.noAncestors': 'No ancestor is known.',
  'sysmonTrail.tab.pid': 'PID {pid}',
  'sysmonTrail.tab.activity': '{count, plural, one {# event} other {# events}}: {kinds}',
  'sysmonTrail.tab.noActivity': 'no events in this range',
  'sysmonTrail.tab.kind': '{count, number} {name}',
  'sysmonTrail.tab.range':
    'Events are counted from {from} to {to} ({zone}); ancestors are shown whenever they started.',
  'sysmonTrail.tab.openProcess': 'Open the process graph of {name}',
  'sysmonTrail.tab.search': 'Search {value} on all hosts, all time',
  'sysmonTrail.tab.rebuilt': 'rebuilt',
  'sysmonTrail.tab.rebuiltMeaning':
    'The document does not hold this text itself; it was rebuilt from other fields.',
} as const;
