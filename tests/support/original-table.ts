/** The site's table as original-system.md §1.4 has it: its columns and defaults, the lengths that its companion table shows, its keys. */
export const originalTable = `CREATE TABLE photos_info_revamp (
  id INT NOT NULL AUTO_INCREMENT, Folder VARCHAR(255), File_Name VARCHAR(300), Path VARCHAR(500), Thumb_Path VARCHAR(500),
  DateTime TEXT, Camera TEXT, Lens_model TEXT, Width INTEGER DEFAULT 0, Height INTEGER DEFAULT 0, Exposure TEXT, Aperture TEXT,
  ISO INTEGER, Focal_length INTEGER, Keywords TEXT, Caption TEXT, alt_text TEXT, Location VARCHAR(250), QR REAL, QC_Status TEXT,
  Original_File_Name TEXT NOT NULL, nima_score REAL, blur_score REAL, brightness_score REAL, contrast_score REAL,
  brisque_score REAL, clip_aesthetic_score REAL, PRIMARY KEY (id), UNIQUE KEY File_Name (File_Name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`;
