/** Which of these texts of the photo the person is in; undefined while they are at the photo itself. */
export function heldField<Field extends string>(fields: readonly Field[]): Field | undefined {
  const { activeElement } = document;
  const name = activeElement instanceof HTMLElement ? activeElement.dataset['field'] : undefined;
  return fields.find((field) => field === name);
}
