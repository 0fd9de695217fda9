/** Words of every list: selecting, saved views, undoing. */
export const lists = {
  clear: 'Clear selection',
  done_one: 'Done with {{shown}} row',
  done_other: 'Done with {{shown}} rows',
  export: 'Export',
  exported_one: '{{shown}} row exported',
  exported_other: '{{shown}} rows exported',
  full_page: 'Open full page',
  not_saved: 'Not saved: {{what}}',
  select: 'Select {{name}}',
  select_all: 'Select all loaded rows',
  selected_one: '{{shown}} selected',
  selected_other: '{{shown}} selected',
  selection: 'With the selected rows',
  some_failed: '{{failed}} of {{of}} could not be done',
}

export const views = {
  all: 'Everything',
  delete: 'Delete view',
  deleted: '{{name}} is deleted',
  is_default: 'opens first',
  label: 'Views',
  make_default: 'Open this view first',
  name: 'Name of the view',
  name_missing: 'Enter a name.',
  no_default: 'Open everything first',
  save: 'Save view',
  save_changes: 'Save changes to {{name}}',
  save_help: 'The filters and order you see now. Only you see your views.',
  save_new: 'Save as a new view',
  saved: '{{name}} is saved',
}
