using VirtAlliance.Client;

return await Entrance.Run(args);
