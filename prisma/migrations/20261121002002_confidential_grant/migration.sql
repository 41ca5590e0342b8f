-- What is reserved to the consortium is for all staff; what is confidential, for administrators and for those whom one of them grants it.
-- Nobody is granted it by this migration: administrators say who needs it.
ALTER TABLE "User" ADD COLUMN "seesConfidential" BOOLEAN NOT NULL DEFAULT false;
