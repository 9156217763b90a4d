import type { ReactNode } from 'react'

/** The properties of a group of fields: the values, how some of them change, and the error of each field. */
export interface FieldsProps<Form> {
  values: Form
  change: (some: Partial<Form>) => void
  error: (field: string) => ReactNode
}

type TextName<Form> = Extract<{ [Name in keyof Form]: Form[Name] extends string ? Name : never }[keyof Form], string>

/** Returns the properties of the text input for a field. */
export function textInput<Form>({ values, change, error }: FieldsProps<Form>, name: TextName<Form>) {
  return {
    name,
    value: String(values[name]),
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value } as Partial<Form>),
    error: error(name),
    autoComplete: 'off',
  }
}
