-- The meter "calls" counts the very events whose minutes "voice_minutes" adds up, by the same groups. The number of events was always in those rows; a second row for each was half of what a call cost.

delete from read_model.usage_rollup_all where meter = 'calls';
