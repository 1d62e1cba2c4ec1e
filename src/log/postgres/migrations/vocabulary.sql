-- The words of the log were settled here. What was written before cannot be read any more, and is left as it is.
DO $$
BEGIN
  IF EXISTS (SELECT FROM log.event) THEN
    RAISE EXCEPTION 'the log was written before its words were settled' USING ERRCODE = 'GL001';
  END IF;
END
$$;
