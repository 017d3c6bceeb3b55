"""Which spelling alarms are worth telling: what is left when medicine, names and rare words are set aside."""
