"""Database servers owned as child processes: started on loopback ports, waited for, stopped."""
