/**
 * Whether Windows takes `name` for a device (CON, NUL, COM1 …), with any extension and in any case, and so cannot store a file or folder
 * of that name. Source: Microsoft, "Naming Files, Paths, and Namespaces"; the superscript digits are its own addition.
 */
export function isWindowsDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:[.:].*)?$/isu.test(name);
}
