import { fileNameColumn, idColumn, publishedColumns, type PublishedColumn } from '../../catalogue-columns.ts';
import { integerMost, isInteger, isMoment, isText, quoted, type SiteColumn } from './site-column.ts';

/** What a published column has to hold, and what is proposed where the site has no such column. */
export type ColumnNeed = {
  readonly proposed: string;
  /** Photos exist of which this is not known. */
  readonly mayBeUnknown?: true;
  /** It holds letters of any script. */
  readonly anyScript?: true;
  /** Why the column cannot hold it, in words; null when it can. */
  readonly problemOf: (column: SiteColumn) => string | null;
};

/** Lengths are those that ordinary photos need; a longer text of one photo is that photo's matter. */
export const columnNeeds: Readonly<Record<PublishedColumn, ColumnNeed>> = {
  Folder: { ...text(100, 'VARCHAR(255)'), anyScript: true },
  // 150 characters is the longest name that Proofline gives.
  [fileNameColumn]: { ...text(150, 'VARCHAR(300)'), anyScript: true },
  Path: text(255, 'VARCHAR(1000)'),
  Thumb_Path: text(255, 'VARCHAR(1000)'),
  DateTime: { ...moment(), mayBeUnknown: true },
  Camera: { ...text(64, 'VARCHAR(255)'), mayBeUnknown: true, anyScript: true },
  Lens_model: { ...text(64, 'VARCHAR(255)'), mayBeUnknown: true, anyScript: true },
  Width: wholeNumber(32_767),
  Height: wholeNumber(32_767),
  Exposure: { ...text(16, 'VARCHAR(50)'), mayBeUnknown: true },
  Aperture: { ...text(8, 'VARCHAR(50)'), mayBeUnknown: true },
  // Cameras go up to 3,276,800.
  ISO: { ...wholeNumber(4_000_000), mayBeUnknown: true },
  Focal_length: { ...wholeNumber(2_000), mayBeUnknown: true },
  Keywords: { ...text(255, 'TEXT'), anyScript: true },
  Caption: { ...text(255, 'TEXT'), anyScript: true },
  alt_text: { ...text(255, 'TEXT'), anyScript: true },
  Location: { ...text(100, 'VARCHAR(250)'), anyScript: true },
  QR: { ...fraction(2, 'DECIMAL(4,2)'), mayBeUnknown: true },
  QC_Status: text(9, 'VARCHAR(20)'),
  Original_File_Name: { ...text(100, 'VARCHAR(300)'), anyScript: true },
  nima_score: { ...fraction(2, 'DOUBLE'), mayBeUnknown: true },
  blur_score: { ...fraction(2, 'DOUBLE'), mayBeUnknown: true },
  brightness_score: { ...fraction(2, 'DOUBLE'), mayBeUnknown: true },
  contrast_score: { ...fraction(2, 'DOUBLE'), mayBeUnknown: true },
  // The only one that goes to 100.
  brisque_score: { ...fraction(3, 'DOUBLE'), mayBeUnknown: true },
  clip_aesthetic_score: { ...fraction(2, 'DOUBLE'), mayBeUnknown: true },
};

/** As in `ADD COLUMN`, `MODIFY COLUMN` and `CREATE TABLE`. */
export function proposedDefinition(published: PublishedColumn): string {
  const isRequired = published === fileNameColumn || published === 'Original_File_Name';
  return `${quoted(published)} ${columnNeeds[published].proposed}${isRequired ? ' NOT NULL' : ''}`;
}

export function createTableStatement(table: string): string {
  const columns = [
    `${quoted(idColumn)} INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY`,
    ...publishedColumns.map(proposedDefinition),
    `UNIQUE KEY ${quoted(fileNameColumn)} (${quoted(fileNameColumn)})`,
  ];
  return `CREATE TABLE ${quoted(table)} (${columns.join(', ')}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`;
}

function text(leastChars: number, proposed: string): ColumnNeed {
  return {
    proposed,
    problemOf(column) {
      if (!isText(column) || column.charset === null) return 'holds no text';
      const chars = column.maxChars ?? 0;
      return chars < leastChars ? `holds ${chars} characters and ${leastChars} are needed` : null;
    },
  };
}

/** The original wrote EXIF's spelling into it; a column of dates understands that and spells it its own way. */
function moment(): ColumnNeed {
  const asText = text(19, 'VARCHAR(25)');
  return { ...asText, problemOf: (column) => (isMoment(column) ? null : asText.problemOf(column)) };
}

function wholeNumber(most: number): ColumnNeed {
  return {
    proposed: 'INT',
    problemOf(column) {
      if (isFraction(column)) return null;
      if (!isInteger(column)) return 'holds no numbers';
      const held = integerMost(column);
      return held < most ? `holds numbers up to ${held} only` : null;
    },
  };
}

function fraction(digits: number, proposed: string): ColumnNeed {
  return {
    proposed,
    problemOf(column) {
      if (isInteger(column)) return 'holds whole numbers only and would round';
      if (!isFraction(column)) return 'holds no numbers';
      if (column.type !== 'decimal') return null;
      const scale = column.scale ?? 0;
      if (scale < 2) return `holds ${scale} digits after the point and 2 are needed`;
      const whole = (column.precision ?? 0) - scale;
      return whole < digits ? `holds ${whole} digits before the point and ${digits} are needed` : null;
    },
  };
}

function isFraction({ type }: SiteColumn): boolean {
  return ['decimal', 'float', 'double'].includes(type);
}
